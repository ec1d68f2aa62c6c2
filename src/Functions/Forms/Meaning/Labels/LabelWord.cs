using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>A word of printed or typed text, and the form in which labels are compared.</summary>
/// <param name="Key">Lower case, without accents, in the singular; of words that mean the same in a label, one. Null when it adds nothing.</param>
internal readonly record struct LabelWord(string? Key, int Start, int End)
{
    private static readonly FrozenDictionary<string, string> SameMeaning = Meanings(
        "session: workshop training event pd class course inservice sesion taller capacitacion evento",
        "instructor: presenter trainer speaker instructora presentador presentadora",
        "facilitator: assistant cofacilitator copresenter facilitador facilitadora",
        "participant: attendee people teacher person educator staff participante asistente maestro",
        "expected: anticipated estimated projected approximate esperado prevista previsto estimado",
        "number: num nbr count numero cantidad",
        "submitter: requester requestor applicant requestedby submittedby solicitante",
        "location: place venue site where lugar ubicacion",
        "start: begin beginning starting inicio comienzo empieza",
        "end: ending finish finishing fin final termina",
        "date: day fecha dia",
        "time: hour hora horario",
        "title: titulo",
        "topic: subject tema",
        "school: campus escuela",
        "name: nombre",
        "email: correo correoelectronico mail",
        "address: direccion domicilio",
        "room: sala salon aula classroom",
        "other: additional otra otro",
        "partner: partnering participating cooperating collaborating asociada participa",
        "lead: host leading principalescuela lider",
        "followup: seguimiento",
        "plan: planning planned",
        "known: conocido",
        "type: kind tipo",
        "explain: explanation explique explicacion",
        "discussed: discussion discuss conversado dialogado discutido consultado",
        "team: equipo",
        "learning: aprendizaje",
        "evaluation: eval evaluate evaluating assessment evaluacion",
        "yes: si",
        "when: cuando");

    private static readonly FrozenSet<string> Empty =
        "a an the of for to in this your our is are be will and or at on by with please enter from that any list all s el la los las de del y o para en con su un una que se por".Split(' ').ToFrozenSet();

    /// <summary>The words of a text in their order.</summary>
    internal static List<LabelWord> Of(string text)
    {
        var words = new List<LabelWord>();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            if (end > at)
            {
                Add(words, text, at, end);
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }

    /// <summary>The keys of the words that count.</summary>
    internal static string[] KeysOf(string text) => [.. Of(text).Select(word => word.Key).OfType<string>()];

    private static int EndOf(string text, int at)
    {
        if (text[at] == '#')
        {
            return at + 1;
        }

        var end = at;
        while (end < text.Length && (IsLetter(text[end]) || (end > at && IsApostrophe(text[end]) && end + 1 < text.Length && IsLetter(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    /// <summary>Follow-up, follow up and followup are one word, as are e-mail and email.</summary>
    private static void Add(List<LabelWord> words, string text, int start, int end)
    {
        var plain = PlainWord(text[start..end]);
        if (words.Count > 0 && words[^1] is var last && start - last.End <= 2 && Joined(last.Key ?? PlainWord(text[last.Start..last.End]), plain) is { } joined)
        {
            words[^1] = new LabelWord(joined, last.Start, end);
            return;
        }

        words.Add(new LabelWord(KeyOf(plain), start, end));
    }

    private static string? Joined(string last, string word) => (last, word) switch
    {
        ("follow", "up") => "followup",
        ("e", "mail") => "email",
        ("submitted" or "requested", "by") => "submitter",
        ("correo", "electronico") => "email",
        ("professional", "development") => "session",
        _ => null,
    };

    private static string? KeyOf(string word)
    {
        if (word == "#")
        {
            return "number";
        }

        var single = word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
        return Empty.Contains(word) || word.Length == 0 ? null : SameMeaning.GetValueOrDefault(word) ?? SameMeaning.GetValueOrDefault(single, single);
    }

    private static string PlainWord(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in Plain.Of(word))
        {
            if (char.IsLetterOrDigit(letter) || letter == '#')
            {
                plain.Append(letter);
            }
            else if (letter == '\'' && plain.Length > 1)
            {
                break;
            }
        }

        return plain.ToString();
    }

    private static bool IsLetter(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    private static bool IsApostrophe(char sign) => sign is '\'' or '’' or '‘' or '´' or '`';

    private static FrozenDictionary<string, string> Meanings(params string[] lines) =>
        lines.SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Split(' ').Select(word => (Word: word, Key: line[..line.IndexOf(':', StringComparison.Ordinal)])))
            .ToFrozenDictionary(entry => entry.Word, entry => entry.Key);
}
