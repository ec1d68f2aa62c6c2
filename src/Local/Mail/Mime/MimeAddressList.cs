using System.Text;

namespace TechPlan.Local.Mail.Mime;

/// <summary>The addresses of a header, in whatever of the many ways they are written; what holds no address is left out.</summary>
internal static class MimeAddressList
{
    private const int Most = 1000;

    public static IReadOnlyList<MimeAddress> Parse(string? header) =>
        header is null ? [] : [.. Split(header).Select(Read).OfType<MimeAddress>().Take(Most)];

    private static MimeAddress? Read(Mention mention)
    {
        var plain = mention.Plain.ToString().Trim();
        var address = mention.Angled?.ToString().Trim() ?? plain;
        var name = mention.Angled is null ? mention.Comment.ToString().Trim() : plain;
        return address.Contains('@', StringComparison.Ordinal) && !address.Any(char.IsWhiteSpace)
            ? new MimeAddress(EncodedWords.Decode(name), address)
            : null;
    }

    /// <summary>Cuts at commas and semicolons outside quotes, comments and angle brackets; a group's name ends at its colon.</summary>
    private static List<Mention> Split(string header)
    {
        var all = new List<Mention> { new() };
        for (var at = 0; at < header.Length && all.Count <= Most; at++)
        {
            var mention = all[^1];
            var letter = header[at];
            switch (mention.Inside, letter)
            {
                case ('"' or '(', '\\') when at + 1 < header.Length:
                    mention.Add(header[++at]);
                    break;
                case ('"', '"') or ('(', ')') or ('<', '>'):
                    mention.Inside = ' ';
                    break;
                case (' ', '"' or '(' or '<'):
                    mention.Open(letter);
                    break;
                case (' ', ':'):
                    all[^1] = new Mention();
                    break;
                case (' ', ',' or ';'):
                    all.Add(new Mention());
                    break;
                default:
                    mention.Add(letter);
                    break;
            }
        }

        return all;
    }

    private sealed class Mention
    {
        /// <summary>What was opened and not yet closed: a quote, a comment, an angle bracket, or a blank for none.</summary>
        public char Inside { get; set; } = ' ';

        public StringBuilder Plain { get; } = new();

        public StringBuilder Comment { get; } = new();

        public StringBuilder? Angled { get; private set; }

        public void Open(char letter)
        {
            Inside = letter;
            Angled = letter == '<' ? new StringBuilder() : Angled;
        }

        public void Add(char letter) => (Inside == '<' ? Angled! : Inside == '(' ? Comment : Plain).Append(letter);
    }
}
