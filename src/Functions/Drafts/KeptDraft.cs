using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Mail.Letters;

namespace TechPlan.Functions.Drafts;

/// <summary>
/// A request that does not count yet, as it was typed. Its id is the one under which the request will be filed, so a draft sent
/// twice is one mini-grant.
/// </summary>
/// <param name="Id">Made from <paramref name="Source"/>.</param>
/// <param name="Source">What came in: <c>mail:…</c> or <c>form:…</c>; the request is taken in under it.</param>
/// <param name="Form">As it was typed, with what was unsure about it.</param>
/// <param name="Owner">To whom its link was mailed last; null when to nobody yet.</param>
/// <param name="Origin">The mail that it came with; null when it was typed into the web form.</param>
/// <param name="KeptAt">When it was kept last (UTC).</param>
public sealed record KeptDraft(MiniGrantId Id, string Source, TypedForm Form, EmailAddress? Owner, AnsweredMail? Origin, DateTimeOffset KeptAt);
