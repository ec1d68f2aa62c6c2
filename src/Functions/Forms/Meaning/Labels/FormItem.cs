namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>What a document is made of once its labels are known, in reading order.</summary>
internal abstract record FormItem
{
    private FormItem()
    {
    }

    internal sealed record Label(FormLabel Asks, Certainty Certainty) : FormItem;

    internal sealed record Text(string Value) : FormItem;

    internal sealed record Blank(string? Name, string Value) : FormItem;

    internal sealed record Box(string? Name, bool Checked) : FormItem;

    /// <summary>A box and the word beside it.</summary>
    internal sealed record Choice(FormLabel Answer, bool Checked) : FormItem;

    internal sealed record End(FormEnd Of) : FormItem;
}

/// <summary>Where something ends; each ends what comes before it, too.</summary>
internal enum FormEnd
{
    Line,
    EmptyLine,
    Cell,
    Row,
}

/// <summary>An item and where it stands, in words for a person.</summary>
internal readonly record struct PlacedItem(FormItem Item, string Where);
