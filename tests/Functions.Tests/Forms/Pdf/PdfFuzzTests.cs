using TechPlan.Functions.Forms.Pdf;
using TechPlan.Functions.Tests.Forms.Corpus;
using TechPlan.Functions.Tests.Forms.Fuzz;
using Xunit.Abstractions;

namespace TechPlan.Functions.Tests.Forms.Pdf;

[Collection(PlaysAlone.Name)]
public sealed class PdfFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Words =
    [
        "obj", "endobj", "stream", "endstream", "1 0 obj", "<<", ">>", "[", "]", "(", ")", "<", ">", "/Kids", "/Parent 1 0 R", "/Kids [1 0 R 1 0 R]", "1 0 R", "/Length 0",
        "/Type /ObjStm", "/Type /XRef", "/First 0", "/N 999999999", "/Filter /FlateDecode", "/Encrypt 1 0 R", "trailer", "/Rect [0 0 1e99 -1e99]", "/V (\\377\\376)", "/T (a.b)", "q q q", "BT", "Tf",
    ];

    [Fact]
    public void No_broken_file_stops_the_reader()
    {
        var sound = CorpusForm.All.Where(form => form.File.EndsWith(".pdf", StringComparison.Ordinal)).Select(form => File.ReadAllBytes(form.File)).ToList();
        var mutations = new Mutations(sound, FuzzRun.Seed, Words);
        var reader = new PdfReader();

        new FuzzRun(output).Play(mutations.Mutant, file => reader.Read(file));
    }
}
