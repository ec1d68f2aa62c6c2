using System.Text;

namespace TechPlan.Local.Mail.Mime;

/// <summary>RFC 3676: lines that end in a blank go on in the next.</summary>
internal static class FlowedText
{
    /// <param name="deletesBlank">Whether the blank at a line's end belongs to the wrapping alone (delsp=yes).</param>
    public static string Unwrap(string text, bool deletesBlank)
    {
        var unwrapped = new StringBuilder(text.Length);
        var open = -1;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var depth = line.Length - line.TrimStart('>').Length;
            var content = Unstuff(line[depth..]);
            if (open >= 0 && open != depth)
            {
                unwrapped.Append('\n');
                open = -1;
            }

            var quote = open < 0 && depth > 0 ? new string('>', depth) + " " : "";
            var flows = content.EndsWith(' ') && content is not "-- ";
            unwrapped.Append(quote).Append(flows && deletesBlank ? content[..^1] : content);
            open = flows ? depth : -1;
            unwrapped.Append(flows ? "" : "\n");
        }

        return unwrapped.ToString().TrimEnd('\n');
    }

    /// <summary>A line that begins with a blank or a quote sign of its own was sent with one more blank before it.</summary>
    private static string Unstuff(string line) => line.StartsWith(' ') ? line[1..] : line;
}
