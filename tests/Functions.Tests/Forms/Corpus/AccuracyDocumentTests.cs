namespace TechPlan.Functions.Tests.Forms.Corpus;

public sealed class AccuracyDocumentTests
{
    [Fact]
    public void The_document_says_how_well_forms_are_read()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "reading-accuracy.md");
        var current = AccuracyDocument.Write([.. CorpusForm.All.SelectMany(form => CorpusReading.Judge(form))]);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, current);
        }

        var kept = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(kept == current, $"docs/reading-accuracy.md is not how well forms are read any more. Renew it with: {AccuracyDocument.Command}");
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TechPlanFunctions.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
