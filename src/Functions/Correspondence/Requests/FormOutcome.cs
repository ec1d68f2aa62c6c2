using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Forms;

namespace TechPlan.Functions.Correspondence.Requests;

/// <summary>What became of one form.</summary>
internal abstract record FormOutcome
{
    private FormOutcome(FoundForm form, MiniGrantId id) => (Form, Id) = (form, id);

    internal FoundForm Form { get; }

    /// <summary>The mini-grant's id, or the draft's, which is the one that it will have.</summary>
    internal MiniGrantId Id { get; }

    /// <summary>It is a request now, and the mini-grant's own mails answer for it.</summary>
    internal sealed record Accepted(FoundForm Form, MiniGrantId Id) : FormOutcome(Form, Id);

    /// <summary>It is kept as a draft until something is put right by its sender.</summary>
    /// <param name="Open">What is missing, not understood or against a rule: a sentence each.</param>
    internal sealed record ToComplete(FoundForm Form, MiniGrantId Id, FormReading Reading, ImmutableArray<string> Open) : FormOutcome(Form, Id);

    /// <summary>It is kept as a draft that only the ITL of record can send (MG-04).</summary>
    internal sealed record ToConfirm(FoundForm Form, MiniGrantId Id, FormReading Reading, ImmutableArray<string> Open, Person Itl, Doubt Why) : FormOutcome(Form, Id);
}
