// swift 6
