using System.Globalization;
using System.Text;
using System.Xml.Linq;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Word;

/// <summary>A field between its begin and its end: first an instruction, mostly in pieces, then what it shows.</summary>
/// <param name="data">What a form field was set up as, and what was chosen in it; null for every other field.</param>
internal sealed class LegacyField(XElement? data)
{
    private const int LongestKind = 100;

    private readonly StringBuilder _instruction = new();
    private readonly StringBuilder _shown = new();

    /// <summary>Past its instruction.</summary>
    internal bool IsShown { get; set; }

    /// <summary>Whether what it shows is what somebody typed or chose, so that it is kept together; other fields, such as a link or a page number, show plain text.</summary>
    internal bool IsForm => Kind is "FORMTEXT" or "FORMCHECKBOX" or "FORMDROPDOWN" or "MACROBUTTON";

    private string Kind => FirstWord(_instruction.ToString(0, Math.Min(_instruction.Length, LongestKind))) is { Length: > 0 } word ? word : KindOfData;

    private string KindOfData => data.Has("checkBox") ? "FORMCHECKBOX" : data.Has("ddList") ? "FORMDROPDOWN" : data.Has("textInput") ? "FORMTEXT" : "";

    internal void Instruct(string text) => _instruction.Append(text);

    internal void Show(string text) => _shown.Append(text);

    /// <summary>What a form field comes to.</summary>
    internal FormPiece ToPiece()
    {
        var name = FieldNames.Best(data?.Child("name").Val(), title: null);
        return Kind switch
        {
            "FORMCHECKBOX" => new FormPiece.Box(name, IsChecked(data?.Child("checkBox"))),
            "FORMDROPDOWN" when data?.Child("ddList") is { } list => new FormPiece.Blank(name, Chosen(list)),
            // A text such as "[click here]" that vanishes when somebody types there: it stands until somebody does.
            "MACROBUTTON" => new FormPiece.Blank(name, ""),
            _ => new FormPiece.Blank(name, TypedValue.Of(_shown.ToString())),
        };
    }

    private static string FirstWord(string instruction) =>
        instruction.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.ToUpperInvariant() ?? "";

    private static bool IsChecked(XElement? box) => box?.Child("checked").Switch() ?? box?.Child("default").Switch() ?? false;

    private static string Chosen(XElement list)
    {
        var entries = list.Elements().Where(child => child.WordName() == "listEntry").Select(entry => TypedValue.Of(entry.Val() ?? "")).ToList();
        var index = Index(list.Child("result")) ?? Index(list.Child("default")) ?? 0;
        return index < 0 || index >= entries.Count || (index == 0 && TypedValue.IsNoChoice(entries[0])) ? "" : entries[index];
    }

    private static int? Index(XElement? element) =>
        int.TryParse(element.Val(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) ? index : null;
}
