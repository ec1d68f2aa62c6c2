using System.Text;

namespace TechPlan.Functions.Mail.Rendering;

/// <summary>Writes a mail as plain text, with everything that the HTML has; each link stands on a line of its own.</summary>
internal static class MailText
{
    public static string Write(MailContent mail)
    {
        var text = new StringBuilder();
        Part(text, mail.FirstLine);
        Part(text, mail.About);
        foreach (var block in mail.Blocks)
        {
            Part(text, Of(block));
        }

        Part(text, $"--\n{mail.Why}\n{mail.Sender}");
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Part(StringBuilder text, string part) => text.Append(part).Append("\n\n");

    private static string Of(MailBlock block) => block switch
    {
        MailBlock.Paragraph paragraph => paragraph.Text,
        MailBlock.Attention attention => Under(attention.Heading, attention.Items.Select(item => $"- {item}")),
        MailBlock.Quotation quotation => Under(quotation.Heading, quotation.Words.Split('\n').Select(line => $"> {line}".TrimEnd())),
        MailBlock.Button button => Under($"{button.Label}:", [button.To.AbsoluteUri]),
        MailBlock.Link link => Under($"{link.Label}:", [link.To.AbsoluteUri]),
        MailBlock.Facts facts => Under(facts.Heading.ToUpperInvariant(), facts.Rows.Select(row => $"{row.Name}: {row.Value}")),
        _ => throw new InvalidOperationException($"No plain text for {block.GetType().Name}."),
    };

    private static string Under(string heading, IEnumerable<string> lines) => $"{heading}\n{string.Join('\n', lines)}";
}
