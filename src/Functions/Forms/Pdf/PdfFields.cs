using System.Collections.Immutable;
using TechPlan.Functions.Forms.Pdf.Objects;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>Finds a document's fields. Pages lead to them, since only what a page shows was filled in by somebody; names and values are then looked up the tree.</summary>
internal sealed class PdfFields(PdfObjects objects, IReadOnlyList<PdfValue.Map> pages)
{
    /// <summary>More than any form has.</summary>
    internal const int MostFields = 2000;

    private const int DeepestTree = 32;
    private const int ChosenOfMany = 1 << 15;
    private const int PushButton = 1 << 16;

    private readonly Dictionary<PdfValue.Map, List<(PdfValue.Map Widget, PdfPlace Place)>> _widgets = new(ReferenceEqualityComparer.Instance);
    private readonly List<PdfValue.Map> _order = [];

    internal bool TooMany => _order.Count > MostFields;

    internal ImmutableArray<PdfField> Read()
    {
        for (var page = 0; page < pages.Count && !TooMany; page++)
        {
            Collect(pages[page], page);
        }

        return TooMany ? [] : [.. _order.Select(Field).OfType<PdfField>()];
    }

    private void Collect(PdfValue.Map page, int number)
    {
        foreach (var item in objects.Items(page, "Annots"))
        {
            if (objects.Resolve(item) is not PdfValue.Map widget || objects.Get(widget, "Subtype") is not PdfValue.Name { Value: "Widget" })
            {
                continue;
            }

            var field = Named(widget);
            if (!_widgets.TryGetValue(field, out var widgets))
            {
                _widgets[field] = widgets = [];
                _order.Add(field);
            }

            if (widgets.Count < MostFields && !widgets.Exists(known => ReferenceEquals(known.Widget, widget)))
            {
                widgets.Add((widget, PlaceOf(widget, number)));
            }
        }
    }

    /// <summary>The field that a widget belongs to: a widget without a name of its own is one of several of its parent's.</summary>
    private PdfValue.Map Named(PdfValue.Map widget) => Line(widget).FirstOrDefault(node => node.Entries.ContainsKey("T")) ?? widget;

    /// <summary>A node of the tree and those above it.</summary>
    private IEnumerable<PdfValue.Map> Line(PdfValue.Map node)
    {
        for (var depth = 0; depth < DeepestTree; depth++)
        {
            yield return node;
            if (objects.Get(node, "Parent") is not PdfValue.Map parent)
            {
                yield break;
            }

            node = parent;
        }
    }

    private PdfField? Field(PdfValue.Map field)
    {
        var line = Line(field).ToList();
        var widgets = _widgets[field];
        var name = string.Join('.', line.Select(node => PdfText.Of(node.Entries.GetValueOrDefault("T"), objects)).Where(part => part.Length > 0).Reverse());
        var label = line.Concat(widgets.Select(widget => widget.Widget)).Select(node => PdfText.Of(node.Entries.GetValueOrDefault("TU"), objects)).FirstOrDefault(text => text.Trim().Length > 0);
        return (Inherited(line.Prepend(widgets[0].Widget), "FT") as PdfValue.Name)?.Value switch
        {
            "Tx" => new PdfField(name, label, Typed(line, widgets[0].Widget), [], widgets[0].Place),
            "Ch" => new PdfField(name, label, Chosen(line), [], widgets[0].Place),
            "Btn" when (Flags(line) & PushButton) == 0 => new PdfField(name, label, "", Boxes(line, widgets), widgets[0].Place),
            _ => null,
        };
    }

    private PdfValue? Inherited(IEnumerable<PdfValue.Map> line, string key) =>
        line.Select(node => objects.Get(node, key)).FirstOrDefault(value => value is not PdfValue.Nothing);

    private int Flags(IEnumerable<PdfValue.Map> line) => Inherited(line, "Ff") is PdfValue.Number { Value: >= 0 and <= int.MaxValue } flags ? (int)flags.Value : 0;

    private string Typed(List<PdfValue.Map> line, PdfValue.Map widget)
    {
        var value = line.Prepend(widget).Select(node => PdfText.Of(node.Entries.GetValueOrDefault("V"), objects)).FirstOrDefault(text => text.Length > 0);
        return value ?? PdfText.OfRichText(line.Select(node => PdfText.Of(node.Entries.GetValueOrDefault("RV"), objects)).FirstOrDefault(text => text.Length > 0) ?? "");
    }

    /// <summary>What the list shows for the chosen value: the value itself may be a code.</summary>
    private string Chosen(List<PdfValue.Map> line)
    {
        var value = line.Select(node => PdfText.Of(node.Entries.GetValueOrDefault("V"), objects)).FirstOrDefault(text => text.Length > 0) ?? "";
        return Options(line).FirstOrDefault(option => option.Value == value).Shown ?? value;
    }

    private IEnumerable<(string Value, string Shown)> Options(IEnumerable<PdfValue.Map> line) =>
        (Inherited(line, "Opt") as PdfValue.List)?.Items.Take(MostFields).Select(item => objects.Resolve(item) switch
        {
            PdfValue.List { Items: [var value, var shown, ..] } => (PdfText.Of(value, objects), PdfText.Of(shown, objects)),
            var same => (PdfText.Of(same, objects), PdfText.Of(same, objects)),
        }) ?? [];

    private ImmutableArray<PdfBox> Boxes(List<PdfValue.Map> line, List<(PdfValue.Map Widget, PdfPlace Place)> widgets)
    {
        var chosen = (Inherited(line, "V") as PdfValue.Name)?.Value;
        var options = Options(line).ToList();
        var isGroup = (Flags(line) & ChosenOfMany) != 0 || widgets.Count > 1;
        return [.. widgets.Select((widget, index) => Box(widget.Widget, widget.Place, chosen, isGroup && index < options.Count ? options[index].Shown : null))];
    }

    private PdfBox Box(PdfValue.Map widget, PdfPlace place, string? chosen, string? shown)
    {
        var on = OnState(widget);
        var state = (objects.Get(widget, "AS") as PdfValue.Name)?.Value;
        // The value counts where there is one, and the picture that is shown where there is none.
        var ticked = (chosen ?? state) is { } says && says != "Off" && (on is null || says == on);
        return new PdfBox(shown ?? (on is null ? "" : PdfText.Decode(System.Text.Encoding.Latin1.GetBytes(on))), ticked, place);
    }

    /// <summary>The name of the picture that shows the box ticked: any but Off.</summary>
    private string? OnState(PdfValue.Map widget) =>
        objects.Get(widget, "AP") is PdfValue.Map pictures && objects.Get(pictures, "N") is PdfValue.Map states
            ? states.Entries.Keys.FirstOrDefault(name => name != "Off")
            : null;

    private PdfPlace PlaceOf(PdfValue.Map widget, int page)
    {
        if (objects.Items(widget, "Rect").Select(item => objects.Resolve(item)).OfType<PdfValue.Number>().Select(number => number.Value).ToList() is not [var x1, var y1, var x2, var y2])
        {
            return new PdfPlace(page, 0, 0, 0, 0);
        }

        // PDF counts from the foot of the page; a reader counts from its head.
        return new PdfPlace(page, Math.Min(x1, x2), -Math.Max(y1, y2), Math.Abs(x2 - x1), Math.Abs(y2 - y1));
    }
}
