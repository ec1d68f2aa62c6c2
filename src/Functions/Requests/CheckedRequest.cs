using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>What stands on the page, and what is to be said about each field by its name.</summary>
/// <param name="Form">With what is wrong or has to be asked, in the order of the form.</param>
public sealed record CheckedRequest(FormState Form, FormReading Reading)
{
    private static readonly ImmutableDictionary<string, string> Nothing = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the fields said that are asked about.</summary>
    public ImmutableDictionary<string, string> Asked { get; init; } = Nothing;

    /// <summary>How fields were understood that did not say it exactly.</summary>
    public ImmutableDictionary<string, string> Notes { get; init; } = Nothing;

    /// <summary>The schools that could be meant.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Candidates { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Nothing is missing, wrong or unclear: it could be taken in as it is.</summary>
    public bool IsSound => !Form.HasErrors;

    /// <summary>The submitter's address; null when there is none.</summary>
    public EmailAddress? Submitter => EmailAddress.TryParse(Reading.Draft.SubmitterEmail);

    public Incoming AsIncoming(string source) => new(source, System.Text.Encoding.UTF8.GetBytes(StoredJson.Write(Reading.Typed)), new DraftReading(Reading.Draft, Reading.Problems))
    {
        ReadAs = [.. Reading.Fields.Where(read => read.Certainty is Certainty.Understood && read.Remark is not null).Select(read => $"{FormPointers.NameOf(read.Pointer)}: {read.Remark}")],
    };
}
