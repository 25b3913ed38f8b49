extension Template {
    /// `framework new`: a small pack with every key explained.
    /// - Parameters:
    ///   - id: small letters, digits and hyphens; see ``packID(from:)``.
    ///   - checkedOn: ISO date of today, for the examples.
    public static func pack(id: String, name: String, checkedOn: String) -> String {
        """
        # A framework: areas to talk about, and the stages that a partnership can have reached in each.
        # Lines that begin with # are comments. Check it with: commonground framework check FILE

        # Ids are small letters, digits and hyphens.
        id: \(yamlScalar(id))
        # Change the version when you change the pack, so that old sessions say which one they used.
        version: "1"
        name: \(yamlScalar(name))
        # Whom to thank for the names and words; printed with every output.
        credit: ""
        language: en-GB

        # From the lowest stage to the highest, two to nine. The program adds "not yet" and the steps between.
        stages:
          - id: emerging
            name: Emerging
            # What it means, in one short line.
            meaning: we know
            # A question with which members place themselves.
            ask: Could each of us say what is going on here?
            # What does not, on its own, make this stage.
            notEnough: One keen person
          - id: established
            name: Established
            meaning: we line up
            ask: Do our plans and budgets point the same way?
            notEnough: A plan that nobody uses

        groups:
          - id: first-group
            name: First group
            areas:
              # Only the id and the name of an area are needed; everything else helps the talk.
              - id: first-area
                name: First area
                # Who must act.
                actor: every member organisation
                # What it is for, in a plain sentence.
                purpose: People nearby are better off because we act together.
                questions:
                  - What do we know, and how do we know it?
                # What shows that a stage is real here, by the id of the stage.
                evidence:
                  emerging: Somebody has written down where we are.
                  established: Two organisations have changed what they do.
                # Questions that test a claim.
                probes:
                  - Who outside this room would say the same?
                partners:
                  - the council
                # What dates fast carries the day on which somebody checked it.
                policies:
                  - name: The name of a policy
                    checkedOn: \(checkedOn)
                programmes: []
                headlineMeasures:
                  - How we would see that it worked
                # Measures that watch for harm done elsewhere.
                balancingMeasures:
                  - What must not get worse meanwhile
                # Ids of related areas.
                links:
                  - second-area
                disagreements:
                  - What people here are likely to see differently
                # true where money or contracts come up, so that interests are asked for again.
                touchesMoney: false
              - id: second-area
                name: Second area
                # One question may stand alone.
                question: What would we like to be able to say in a year?

        """
    }

    /// The id that a name suggests; nil when the name has no letter from a to z.
    public static func packID(from name: String) -> String? { Identifier.made(from: name) }
}
