using System.Globalization;
using System.Text.RegularExpressions;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>
/// The filters that an app looking for its own mail needs: an extended property with a value, a conversation, an internet
/// message id, flags and the time of receipt, joined by "and". Everything else is refused rather than ignored.
/// </summary>
internal sealed partial class GraphFilter
{
    public static readonly GraphFilter Everything = new([], []);
    private readonly IReadOnlyList<Mark> _marks;
    private readonly IReadOnlyList<Func<GraphDocument, bool>> _conditions;

    private GraphFilter(IReadOnlyList<Mark> marks, IReadOnlyList<Func<GraphDocument, bool>> conditions)
    {
        _marks = marks;
        _conditions = conditions;
    }

    /// <returns>Null when it asks for something that this stand-in cannot answer.</returns>
    public static GraphFilter? Parse(string text)
    {
        var marks = new List<Mark>();
        var conditions = new List<Func<GraphDocument, bool>>();
        var rest = text.Trim();
        while (Clause().Match(rest) is { Success: true } clause)
        {
            Add(clause, marks, conditions);
            rest = rest[clause.Length..];
            if (rest.Length == 0)
            {
                return new GraphFilter(marks, conditions);
            }

            if (!rest.StartsWith(" and ", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            rest = rest[" and ".Length..].TrimStart();
        }

        return null;
    }

    /// <summary>What can be told without opening the message.</summary>
    public bool MayMatch(MailEntry entry) => _marks.All(mark => entry.Marks.Any(carried => Same(mark, carried)));

    public bool Matches(GraphDocument message) => _conditions.All(condition => condition(message));

    private static void Add(Match clause, List<Mark> marks, List<Func<GraphDocument, bool>> conditions)
    {
        if (clause.Groups["id"].Success)
        {
            marks.Add(new Mark(Literal(clause.Groups["id"]), Literal(clause.Groups["value"])));
            return;
        }

        var text = Literal(clause.Groups["text"]);
        var flag = string.Equals(clause.Groups["flag"].Value, "true", StringComparison.OrdinalIgnoreCase);
        conditions.Add(clause.Groups["property"].Value switch
        {
            "receivedDateTime" => ByTime(clause.Groups["order"].Value, clause.Groups["instant"].Value),
            "isRead" => message => (message.Incoming?.IsRead ?? true) == flag,
            "conversationId" => message => string.Equals(message.ConversationId, text, StringComparison.Ordinal),
            "internetMessageId" => message => string.Equals(message.InternetMessageId, text, StringComparison.Ordinal),
            _ => message => message.IsDraft == flag,
        });
    }

    /// <summary>A moment that is none has nothing before or after it.</summary>
    private static Func<GraphDocument, bool> ByTime(string order, string instant) =>
        !DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? _ => false
        : order switch
        {
            "ge" => message => message.ReceivedAt >= moment,
            "gt" => message => message.ReceivedAt > moment,
            "le" => message => message.ReceivedAt <= moment,
            _ => message => message.ReceivedAt < moment,
        };

    private static bool Same(Mark asked, Mark carried) =>
        string.Equals(asked.Name, carried.Name, StringComparison.OrdinalIgnoreCase)
        && string.Equals(asked.Value, carried.Value, StringComparison.Ordinal);

    /// <summary>A quote inside an OData string is written twice.</summary>
    private static string Literal(Group group) => group.Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        """
        ^(?:
          singleValueExtendedProperties/any\(\s*(?<v>\w+)\s*:\s*\k<v>/id\s+eq\s+'(?<id>(?:[^']|'')*)'\s+and\s+\k<v>/value\s+eq\s+'(?<value>(?:[^']|'')*)'\s*\)
          | (?<property>conversationId|internetMessageId)\s+eq\s+'(?<text>(?:[^']|'')*)'
          | (?<property>isDraft|isRead)\s+eq\s+(?<flag>true|false)
          | (?<property>receivedDateTime)\s+(?<order>ge|gt|le|lt)\s+(?<instant>[0-9TZ:.+-]{10,40})
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Clause();
}
