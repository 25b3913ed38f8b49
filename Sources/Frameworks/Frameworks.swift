// Frameworks
