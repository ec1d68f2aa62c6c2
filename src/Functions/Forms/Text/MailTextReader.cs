using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Text;

/// <summary>Makes a document of a mail's own text, so that a form typed into a mail is read as one in a file is.</summary>
public static class MailTextReader
{
    /// <param name="html">Null when the mail has none.</param>
    public static FormDocument Read(string text, string? html)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FormDocument([.. text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new FormBlock.Line([new FormPiece.Text(line)], $"line {index + 1}"))]);
    }
}
