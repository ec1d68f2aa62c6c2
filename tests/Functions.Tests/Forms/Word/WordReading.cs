using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Forms.Word;

namespace TechPlan.Functions.Tests.Forms.Word;

/// <summary>Reads a file and writes down what was found so that a test can say it in one line.</summary>
internal static class WordReading
{
    /// <summary>One line a block: <c>Name: {LeadSchool=School 044} [x:Yes]</c>, the cells of a row between bars.</summary>
    public static string[] Of(string body) => Of(new WordFile(body));

    public static string[] Of(WordFile file) => Of(Document(file.ToBytes()));

    public static string[] Of(FormDocument document) => [.. document.Blocks.Select(Text)];

    public static string[] WithPlaces(WordFile file) => [.. Document(file.ToBytes()).Blocks.Select(block => $"{Where(block)}: {Text(block)}")];

    public static FormDocument Document(byte[] file) => Assert.IsType<FileReading.Document>(new WordReader().Read(file)).Form;

    public static UnreadableFile WhyNot(byte[] file) => Assert.IsType<FileReading.Unreadable>(new WordReader().Read(file)).Why;

    private static string Where(FormBlock block) => block is FormBlock.Line line ? line.Where : ((FormBlock.Row)block).Where;

    private static string Text(FormBlock block) => block switch
    {
        FormBlock.Line line => string.Concat(line.Pieces.Select(Text)),
        FormBlock.Row row => $"| {string.Join(" | ", row.Cells.Select(cell => string.Join(" / ", cell.Select(Text))))} |",
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Text(FormPiece piece) => piece switch
    {
        FormPiece.Text text => text.Value,
        FormPiece.Blank blank => $"{{{blank.Name}={blank.Value}}}",
        FormPiece.Box box => $"[{(box.Checked ? "x" : " ")}:{box.Name}]",
        _ => throw new ArgumentOutOfRangeException(nameof(piece)),
    };
}
