using System.Collections.Immutable;
using TechPlan.Domain.Directory;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>Reads what stands in the page's fields by the rules that every door has, and says field by field what is to be done about it.</summary>
public sealed class RequestCheck(DirectoryCache directory, IntakeService intake, TimeProvider clock)
{
    /// <summary>What was typed, understood as far as that goes.</summary>
    internal async Task<FormReading> ReadAsync(TypedForm typed, CancellationToken cancellation)
    {
        var snapshot = await directory.GetAsync(cancellation);
        return TypedFormReader.Read(typed, snapshot.District, snapshot.Rules.Calendar.DateAt(clock.GetUtcNow()));
    }

    internal async Task<CheckedRequest> CheckAsync(FormState form, CancellationToken cancellation) =>
        await CheckAsync(form, await ReadAsync(RequestForm.Typed(form), cancellation), cancellation);

    internal async Task<CheckedRequest> CheckAsync(FormState form, FormReading reading, CancellationToken cancellation)
    {
        var questions = reading.Questions.Where(question => !IsSettled(form, question)).ToImmutableArray();
        var refusals = (await intake.CheckAsync(new DraftReading(reading.Draft, reading.Problems), cancellation))
            .Where(refusal => questions.All(question => question.Pointer != refusal.Pointer));
        var lines = PartnerRows.Typed(form);
        var errors = questions.Select(question => Error(question.Pointer, Question(question)))
            .Concat(refusals.Select(refusal => Error(refusal.Pointer, refusal.Detail)))
            .OrderBy(error => FormPointers.OrderOf(RequestFields.PointerOf(error.Field)))
            .Select(error => error with { Field = AtLine(error.Field, lines) });
        var candidates = await CandidatesAsync(reading, cancellation);
        return new CheckedRequest(form with { Errors = [.. errors] }, reading)
        {
            Asked = ByName(questions.Select(question => (question.Pointer, question.Typed)), lines),
            Notes = ByName(reading.Fields.Where(read => read.Certainty is Certainty.Understood && read.Typed.Length > 0).Select(read => (read.Pointer, read.Remark!)), lines),
            Candidates = ByName(candidates, lines),
        };
    }

    /// <summary>The schools that a typed name could mean, wherever there is more than one.</summary>
    private async Task<IEnumerable<(string Pointer, ImmutableArray<string> Names)>> CandidatesAsync(FormReading reading, CancellationToken cancellation)
    {
        var district = (await directory.GetAsync(cancellation)).District;
        return
            from read in reading.Questions
            where read.Pointer == FormPointers.LeadSchool || FormPointers.PartnerIndex(read.Pointer) is not null
            let several = district.MatchSchool(read.Typed) as SchoolMatch.Several
            where several is not null
            select (read.Pointer, several.Candidates.Select(school => school.Name).ToImmutableArray());
    }

    /// <summary>It was asked about before, and left as it was.</summary>
    private static bool IsSettled(FormState form, ReadField question)
    {
        var name = AtLine(RequestFields.NameOf(question.Pointer), PartnerRows.Typed(form));
        return form.Values.TryGetValue(RequestFields.AskedOf(name), out var asked) && asked == question.Typed;
    }

    private static string Question(ReadField question) => question.Understood.Length > 0 && question.Understood != question.Typed
        ? $"{question.Remark} We read it as {question.Understood}. If that is right, leave it and send again."
        : question.Remark!;

    private static FieldError Error(string pointer, string message) => new(pointer.Length > 1 ? RequestFields.NameOf(pointer) : "", message);

    private static ImmutableDictionary<string, T> ByName<T>(IEnumerable<(string Pointer, T Value)> values, int[] lines) => values
        .DistinctBy(value => value.Pointer)
        .ToImmutableDictionary(value => AtLine(RequestFields.NameOf(value.Pointer), lines), value => value.Value, StringComparer.Ordinal);

    /// <summary>The reader counts the typed lines of other schools; the page may have empty ones between them.</summary>
    private static string AtLine(string name, int[] lines) =>
        FormPointers.PartnerIndex(RequestFields.PointerOf(name)) is { } nth && nth < lines.Length
            ? RequestFields.NameOf(FormPointers.AtLine(RequestFields.PointerOf(name), lines[nth]))
            : name;
}
