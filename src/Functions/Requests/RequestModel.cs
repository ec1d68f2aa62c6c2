using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>What the request's page shows.</summary>
/// <param name="Checked">What stands in the fields.</param>
/// <param name="Door">How the person came here.</param>
/// <param name="Key">What makes two posts of this page one request; null behind a link, which does that itself.</param>
/// <param name="District">What the fields offer and say.</param>
public sealed record RequestModel(CheckedRequest Checked, RequestDoor Door, string? Key, DistrictHelp District)
{
    /// <summary>The address that it posts to.</summary>
    public required string Address { get; init; }

    /// <summary>The field that the person goes on with; null for the page's beginning.</summary>
    public string? Focus { get; init; }

    /// <summary>The draft has just been kept.</summary>
    public bool JustKept { get; init; }

    public FormState Form => Checked.Form;

    /// <summary>At least one line, to type in.</summary>
    public int PartnerRows => Math.Max(1, Requests.PartnerRows.Count(Form));

    public string? NoteOf(string name) => Checked.Notes.GetValueOrDefault(name);

    public ImmutableArray<string> CandidatesOf(string name) => Checked.Candidates.GetValueOrDefault(name, []);

    /// <summary>What each field said that has been asked about, now or before.</summary>
    public IEnumerable<(string Name, string Text)> Asked =>
        from name in Form.Values.Keys.Where(name => name.StartsWith(RequestFields.AskedOf(""), StringComparison.Ordinal)).Concat(Checked.Asked.Keys.Select(RequestFields.AskedOf)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let text = Checked.Asked.GetValueOrDefault(name[RequestFields.AskedOf("").Length..]) ?? Form[name]
        where text.Length > 0
        select (name, text);
}

/// <summary>How somebody came to the request's page.</summary>
public enum RequestDoor
{
    /// <summary>To ask for something new.</summary>
    New,

    /// <summary>To ask again for what an earlier request had asked for.</summary>
    Again,

    /// <summary>By the mailed link of a draft that was typed here.</summary>
    Draft,

    /// <summary>By the mailed link of a draft that came by email.</summary>
    Mail,
}

/// <summary>What the page says about the district.</summary>
/// <param name="Schools">The directory's names, to choose from.</param>
/// <param name="Earliest">The first date that a standard session can have (MG-02).</param>
/// <param name="EarliestSlc">The same for SLC Level 1, whose registrations are counted earlier.</param>
public sealed record DistrictHelp(ImmutableArray<string> Schools, DateOnly Earliest, DateOnly EarliestSlc, MiniGrantPolicy Policy)
{
    public string DateHint => Earliest == EarliestSlc
        ? $"The earliest date you can ask for today is {DistrictText.Date(Earliest)}."
        : $"The earliest date you can ask for today is {DistrictText.Date(Earliest)}; for SLC Level 1, {DistrictText.Date(EarliestSlc)}.";
}
