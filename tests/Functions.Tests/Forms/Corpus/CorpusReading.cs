using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TechPlan.Domain.Directory;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Forms.Text;

namespace TechPlan.Functions.Tests.Forms.Corpus;

/// <summary>Reads fixtures as the app does, and judges the draft field by field.</summary>
public static class CorpusReading
{
    /// <summary>When all of them were written.</summary>
    private static readonly DateOnly Written = new(2026, 9, 14);

    private static readonly FormFiles Files = new ServiceCollection().AddForms().BuildServiceProvider().GetRequiredService<FormFiles>();

    private static readonly DistrictDirectory District = CorpusDistrict.Read();

    public static FormReading Read(CorpusForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return TypedFormReader.Read(TypedOf(form), District, Written);
    }

    public static ImmutableArray<FieldVerdict> Judge(CorpusForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var reading = Read(form);
        var read = DraftFields.Of(reading.Draft);
        var asked = reading.Questions.Select(question => question.Pointer).Concat(reading.Problems.Select(problem => problem.Pointer)).ToHashSet();
        // A form that says nothing of the session's type is for a standard one.
        var pointers = form.Expected.Keys.Union(form.MustAsk).Union(read.Keys).Where(pointer => pointer != "/session/type" || form.Expected.ContainsKey(pointer) || read[pointer] != "standard");
        return [.. pointers.Order(StringComparer.Ordinal).Select(pointer => JudgeField(form, pointer, read.GetValueOrDefault(pointer), asked.Contains(pointer)))];
    }

    private static TypedForm TypedOf(CorpusForm form)
    {
        var bytes = File.ReadAllBytes(form.File);
        if (form.File.EndsWith(".eml", StringComparison.Ordinal))
        {
            var mail = MailFixture.Read(bytes);
            return MailTextReader.Read(mail.Text, mail.Html).Typed;
        }

        return Files.Read(bytes) is FileReading.Document read ? LabelReader.Find(read.Form) : throw new InvalidOperationException($"{form.Name} cannot be read: {Files.Read(bytes)}");
    }

    private static FieldVerdict JudgeField(CorpusForm form, string pointer, string? read, bool asked)
    {
        // The box that leaves the instructor to the office says the same unticked as unasked.
        ImmutableArray<string?> right = form.Expected.TryGetValue(pointer, out var expected) ? expected : pointer == "/assignInstructor" ? [null, "false"] : [null];
        return new FieldVerdict(form, pointer, form.MustAsk.Contains(pointer) ? "a question" : string.Join(" or ", right), read, Verdict());

        Verdict Verdict() =>
            form.MustAsk.Contains(pointer) ? asked ? Corpus.Verdict.Right : read is null ? Corpus.Verdict.Lost : Corpus.Verdict.Wrong
            : asked ? form.MayAsk.Contains(pointer) ? Corpus.Verdict.Right : Corpus.Verdict.AskedForNothing
            : right.Contains(read) ? Corpus.Verdict.Right
            : read is null ? Corpus.Verdict.Lost : Corpus.Verdict.Wrong;
    }
}
