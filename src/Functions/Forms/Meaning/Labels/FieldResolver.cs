using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Says of each finding which field it is: by its label, and by the part of the form it stands in.</summary>
internal sealed class FieldResolver(IReadOnlyList<Finding> findings)
{
    private readonly FieldCandidates _candidates = new();
    private readonly PartnerLines _partners = new();
    private readonly bool _namesLeadSchool = findings.Any(finding => finding.Label is FormLabel.LeadSchool || finding.Pointer is FormPointers.LeadSchool);
    private FormPart _part = FormPart.Head;

    internal static TypedForm Resolve(IReadOnlyList<Finding> findings)
    {
        var resolver = new FieldResolver(findings);
        for (var at = 0; at < findings.Count; at++)
        {
            resolver.Take(findings[at], at + 1 < findings.Count ? findings[at + 1] : null);
        }

        return resolver._candidates.ToForm(resolver._partners);
    }

    private void Take(Finding found, Finding? next)
    {
        if (found.Pointer is { } pointer)
        {
            Keep(pointer, found);
        }
        else if (LabelFields.Find(found.Label) is var (field, part))
        {
            Keep(field, found, part);
        }
        else
        {
            TakeByPart(found, next);
        }
    }

    /// <summary>What a label means that stands in several parts of the form.</summary>
    private void TakeByPart(Finding found, Finding? next)
    {
        switch (found.Label)
        {
            case FormLabel.Participants:
                KeepParticipants(found);
                break;
            case FormLabel.PartnerParticipants:
                _partners.AddPeople(found);
                break;
            case FormLabel.Name when _part is not (FormPart.Partners or FormPart.People or FormPart.FollowUp):
                Keep(FormPointers.SubmitterName, found with { Certainty = Max(found.Certainty, Certainty.Understood) });
                break;
            case FormLabel.SessionHeader:
                _part = FormPart.Session;
                break;
            case FormLabel.EvaluationHeader:
                KeepEvaluation(found);
                break;
            case FormLabel.School or FormLabel.PartnerSchool or FormLabel.PartnersHeader:
                TakeSchool(found, next);
                break;
            default:
                TakePlaceOrTime(found);
                break;
        }
    }

    private void TakePlaceOrTime(Finding found)
    {
        switch (found.Label)
        {
            case FormLabel.Location when _part is FormPart.FollowUp:
                Keep(FormPointers.FollowUpLocation, OrTheSessions(found, FormPointers.LocationSchool, FormLabel.SessionLocation, FormLabel.LocationSchool));
                break;
            case FormLabel.Location or FormLabel.SessionLocation:
                KeepLocation(found);
                break;
            case FormLabel.Address when _part is not FormPart.FollowUp:
                Keep(FormPointers.LocationAddress, found, FormPart.Location);
                break;
            case FormLabel.Room when _part is not FormPart.FollowUp:
                Keep(FormPointers.LocationRoom, found, FormPart.Location);
                break;
            case FormLabel.Date when IsBelowAll():
                // Beside the signatures stands the day on which they were given.
                break;
            case FormLabel.Date or FormLabel.DateAndTime when _part is FormPart.FollowUp:
                Keep(FormPointers.FollowUpDate, OrTheSessions(found, FormPointers.SessionDate, FormLabel.SessionDate, FormLabel.SessionDateAndTime));
                break;
            case FormLabel.Date when _part is FormPart.Head:
                // On top of a form stands the day on which it was filled in.
                Keep(FormPointers.SessionDate, found with { Certainty = Certainty.Unsure });
                break;
            case FormLabel.Date or FormLabel.DateAndTime:
                Keep(FormPointers.SessionDate, found, FormPart.Session);
                break;
            case FormLabel.Time or FormLabel.Start when _part is FormPart.FollowUp:
                Keep(FormPointers.FollowUpStart, OrTheSessions(found, FormPointers.SessionStart, FormLabel.SessionTime, FormLabel.SessionDateAndTime));
                break;
            case FormLabel.Time or FormLabel.Start:
                Keep(FormPointers.SessionStart, found, FormPart.Session);
                break;
            case FormLabel.End when _part is not FormPart.FollowUp:
                Keep(FormPointers.SessionEnd, found, FormPart.Session);
                break;
        }
    }

    /// <summary>A date behind the follow-up plan is the follow-up's, unless the form has no other for the session: then it is a question.</summary>
    private Finding OrTheSessions(Finding found, string pointer, FormLabel label, FormLabel other) =>
        _candidates.Has(pointer) || findings.Any(finding => finding.Text.Length > 0 && (finding.Pointer == pointer || finding.Label == label || finding.Label == other))
            ? found
            : found with { Certainty = Certainty.Unsure };

    /// <summary>Session and follow-up have their dates already.</summary>
    private bool IsBelowAll() => _part is FormPart.FollowUp && _candidates.Has(FormPointers.FollowUpDate) && _candidates.Has(FormPointers.SessionDate);

    private void TakeSchool(Finding found, Finding? next)
    {
        switch (found.Label)
        {
            case FormLabel.PartnersHeader:
                _part = FormPart.Partners;
                _partners.AddList(found);
                break;
            case FormLabel.PartnerSchool:
            case FormLabel.School when _part is FormPart.Partners || (_namesLeadSchool && next?.Label is FormLabel.Participants):
                _part = FormPart.Partners;
                _partners.AddSchool(found);
                break;
            case FormLabel.School when _part is FormPart.Location || (_namesLeadSchool && next?.Label is FormLabel.Address or FormLabel.Room):
                Keep(FormPointers.LocationSchool, found, FormPart.Location);
                break;
            case FormLabel.School when !_namesLeadSchool:
                Keep(FormPointers.LeadSchool, found with { Certainty = Max(found.Certainty, Certainty.Understood) }, FormPart.LeadSchool);
                break;
        }
    }

    private void KeepParticipants(Finding found)
    {
        if (_part is FormPart.Partners)
        {
            _partners.AddPeople(found);
        }
        else
        {
            Keep(FormPointers.Participants, found);
        }
    }

    /// <summary>The heading of the question. Where a yes or no stands behind it, the question itself was left out.</summary>
    private void KeepEvaluation(Finding found)
    {
        _part = FormPart.Evaluation;
        if (AnswerText.Leads(found.Text))
        {
            Keep(FormPointers.OtherEvaluation, found with { Certainty = Max(found.Certainty, Certainty.Understood) });
        }
    }

    private void KeepLocation(Finding found)
    {
        _part = FormPart.Location;
        var place = LocationText.Split(found.Text);
        var sureness = Max(found.Certainty, place.Certainty);
        _candidates.Add(FormPointers.LocationSchool, found with { Text = place.School, Certainty = sureness });
        _candidates.Add(FormPointers.LocationAddress, found with { Text = place.Address, Certainty = sureness });
        _candidates.Add(FormPointers.LocationRoom, found with { Text = place.Room, Certainty = sureness });
    }

    private void Keep(string pointer, Finding found, FormPart? part = null)
    {
        _part = part ?? _part;
        if (FormPointers.PartnerIndex(pointer) is { } line)
        {
            _partners.AddNamed(pointer, line, found);
        }
        else
        {
            _candidates.Add(pointer, found);
        }
    }

    private static Certainty Max(Certainty one, Certainty other) => one > other ? one : other;
}
