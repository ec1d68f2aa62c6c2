using Xunit.Abstractions;

namespace TechPlan.Functions.Tests.Forms.Corpus;

/// <summary>MG-05, MG-08: what people typed into forms and mails of many programs, held against what must be read from them.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const double Enough = 0.98;

    public static TheoryData<string> Names => [.. CorpusForm.All.Select(form => form.Name)];

    /// <summary>One by one, so that a misreading names its form.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_misread_without_asking(string name)
    {
        var verdicts = CorpusReading.Judge(CorpusForm.All.Single(form => form.Name == name));

        foreach (var flawed in verdicts.Where(verdict => verdict.Verdict is not Verdict.Right))
        {
            output.WriteLine(flawed.ToString());
        }

        Assert.DoesNotContain(verdicts, verdict => verdict.Verdict is Verdict.Wrong);
    }

    [Fact]
    public void Enough_is_read_right()
    {
        var verdicts = CorpusForm.All.SelectMany(form => CorpusReading.Judge(form)).ToList();
        output.WriteLine(AccuracyDocument.Write(verdicts));

        foreach (var kind in verdicts.GroupBy(verdict => verdict.Form.Kind))
        {
            var share = kind.Average(verdict => verdict.Verdict is Verdict.Right ? 1.0 : 0.0);
            Assert.True(share >= (kind.Key.EndsWith(" own", StringComparison.Ordinal) ? 1.0 : Enough), $"Of the fields in {kind.Key}, only {share:P1} were read right.");
        }
    }

    [Fact]
    public void There_are_many_forms_of_many_programs()
    {
        Assert.True(CorpusForm.All.Length >= 60);
        Assert.True(CorpusForm.All.Select(form => form.Program).Distinct().Count() >= 3);
    }
}
