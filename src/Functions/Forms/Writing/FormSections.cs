using System.Collections.Immutable;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>A part of the form with a heading.</summary>
internal sealed record FormSection(string Heading, string? Note, ImmutableArray<FormLine> Lines);

/// <summary>Fields beside one another.</summary>
internal sealed record FormLine(params ImmutableArray<FormEntry> Entries);

/// <summary>One field as it is printed.</summary>
/// <param name="Share">Its part of the line's width.</param>
internal abstract record FormEntry(string Label, double Share)
{
    /// <param name="Height">In lines of writing.</param>
    internal sealed record Write(string Label, string Tag, double Share = 1, int Height = 1) : FormEntry(Label, Share);

    /// <summary>Two boxes, of which one is ticked.</summary>
    internal sealed record YesNo(string Label, string Pointer, double Share = 1) : FormEntry(Label, Share);

    internal sealed record Tick(string Label, string Tag, double Share = 1) : FormEntry(Label, Share);

    internal sealed record Choose(string Label, string Tag, ImmutableArray<(string Value, string Shown)> Options, double Share = 1) : FormEntry(Label, Share);
}

/// <summary>The district's form (MG-05), in the order of its paper: what is asked for, in which words, and how much room there is for it.</summary>
internal static class FormSections
{
    internal const string Kicker = "INSTRUCTIONAL TECHNOLOGY LEADER (ITL)";
    internal const string Title = "Mini-Grant Request Form";

    internal static ImmutableArray<string> HowTo(FormFacts facts) =>
    [
        "For school-based staff development. Fill in the fields, save the file and attach it to an email to",
        $"{facts.Recipient}. It has to arrive at least {facts.LeadTime} before the session.",
    ];

    internal static readonly ImmutableArray<FormSection> All =
    [
        new(
            "Request",
            null,
            [
                new(Write("Name of Lead School", FormPointers.LeadSchool, 3), Write("# of expected participants", FormPointers.Participants, 1.2)),
                new(Write("Submitter’s Name", FormPointers.SubmitterName, 1.3), Write("Submitter’s Email", FormPointers.SubmitterEmail, 1.5), Write("Date discussed with Learning Team", FormPointers.Discussed, 1.2)),
            ]),
        new(
            "Event Details",
            null,
            [
                new(Write("Title/Topic", FormPointers.Title)),
                new(Write("Location of Session: School name", FormPointers.LocationSchool, 2), Write("Address", FormPointers.LocationAddress, 2), Write("Room number", FormPointers.LocationRoom)),
                new(
                    Write("Date", FormPointers.SessionDate, 1.4),
                    Write("Start Time", FormPointers.SessionStart),
                    Write("End Time", FormPointers.SessionEnd),
                    new FormEntry.Choose("Session type", FieldTags.Of(FormPointers.SessionType), [("standard", "Standard"), ("slc-level-1", "SLC Level 1")])),
            ]),
        new(
            "Other Schools",
            "List all other schools planning to participate in this professional development.",
            [.. Enumerable.Range(0, FieldTags.PartnerLines).Select(line => new FormLine(
                Write("Name of School", FormPointers.PartnerSchool(line), 3),
                Write("# of expected participants", FormPointers.PartnerParticipants(line))))]),
        new(
            "Instructor and Facilitator",
            "The instructor leads the session and the facilitator assists during the session.",
            [
                new(Write("Name of Instructor (if known)", FormPointers.Instructor), Write("Name of Facilitator", FormPointers.Facilitator)),
                new(new FormEntry.Tick("Check here for Learning Technologies to assign an instructor.", FieldTags.Of(FormPointers.AssignInstructor))),
            ]),
        new(
            "School Improvement Plan",
            null,
            [
                new(new FormEntry.YesNo("Does this topic reflect staff development needs identified in your School Improvement Plan?", FormPointers.ReflectsPlan)),
            ]),
        new(
            "Evaluation and Follow-Up",
            null,
            [
                new(new FormEntry.YesNo("In addition to the standard online survey, are you planning to evaluate the session another way?", FormPointers.OtherEvaluation)),
                new(Write("If yes, please explain", FormPointers.Explanation, height: 2)),
                new(Write("Follow Up Plans: How will you know that you have changed classroom practice? What activity is planned to reinforce the skills learned?", FormPointers.FollowUpPlan, height: 4)),
                new(Write("Follow-up Location", FormPointers.FollowUpLocation, 2), Write("Follow-up Date", FormPointers.FollowUpDate, 1.2), Write("Follow-up Time", FormPointers.FollowUpStart)),
            ]),
    ];

    private static FormEntry.Write Write(string label, string pointer, double share = 1, int height = 1) => new(label, FieldTags.Of(pointer), share, height);
}
