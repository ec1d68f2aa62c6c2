namespace TechPlan.Functions.Forms.Pdf.Objects;

/// <summary>An indirect object; a stream's bytes are as they stand in the file.</summary>
internal sealed record PdfObject(PdfValue Value, ReadOnlyMemory<byte>? Raw);

/// <summary>
/// A PDF's objects by number. They are found by going through the file once from its beginning, not by its cross-reference tables: a
/// table can point anywhere, in circles or at one object a million times, and is often wrong in files that were cut or mailed. An object
/// that is there twice counts as it stands last, which is how a PDF is changed.
/// </summary>
internal sealed class PdfObjects(ReadOnlyMemory<byte> file)
{
    private const int LongestChain = 16;

    private readonly Dictionary<int, PdfObject> _objects = [];

    internal PdfBudget Budget { get; } = new();

    /// <summary>The document's catalog; null when there is none.</summary>
    internal PdfValue.Map? Catalog { get; private set; }

    /// <summary>A password or a certificate is needed.</summary>
    internal bool IsEncrypted { get; private set; }

    internal static PdfObjects Read(ReadOnlyMemory<byte> file)
    {
        var objects = new PdfObjects(file);
        objects.ReadAll();
        return objects;
    }

    /// <summary>What a value stands for: references are followed.</summary>
    internal PdfValue Resolve(PdfValue? value)
    {
        for (var links = 0; value is PdfValue.Link link; links++)
        {
            if (links > LongestChain || !_objects.TryGetValue(link.Target, out var found))
            {
                return PdfValue.Null;
            }

            value = found.Value;
        }

        return value ?? PdfValue.Null;
    }

    internal PdfValue Get(PdfValue.Map map, string key) => Resolve(map.Entries.GetValueOrDefault(key));

    internal IEnumerable<PdfValue> Items(PdfValue.Map map, string key) => Get(map, key) is PdfValue.List list ? list.Items : [];

    /// <summary>The unpacked content of a stream; null when the value is none, or cannot be unpacked.</summary>
    internal ReadOnlyMemory<byte>? Content(PdfValue value) =>
        value is PdfValue.Link link && _objects.TryGetValue(link.Target, out var found) && found is { Value: PdfValue.Map head, Raw: { } raw }
            ? PdfStreams.Unpack(head, raw, this)
            : null;

    private void ReadAll()
    {
        var root = (PdfValue?)null;
        foreach (var head in new PdfScan(file, Budget).Run(Keep))
        {
            root = head.Entries.GetValueOrDefault("Root") ?? root;
            IsEncrypted |= head.Entries.GetValueOrDefault("Encrypt") is PdfValue.Link or PdfValue.Map;
        }

        // A file whose end was lost has no trailer; its catalog says what it is.
        Catalog = Resolve(root) as PdfValue.Map ?? _objects.Values.Select(one => one.Value).OfType<PdfValue.Map>().FirstOrDefault(map => TypeOf(map) == "Catalog");
    }

    private void Keep(int number, PdfObject found)
    {
        _objects[number] = found;
        if (found is { Value: PdfValue.Map head, Raw: { } raw } && TypeOf(head) == "ObjStm" && PdfStreams.Unpack(head, raw, this) is { } content)
        {
            KeepPacked(head, content);
        }
    }

    /// <summary>Several objects packed into one stream: pairs of number and place, then the objects.</summary>
    private void KeepPacked(PdfValue.Map head, ReadOnlyMemory<byte> content)
    {
        if (Get(head, "First") is not PdfValue.Number { Value: >= 0 } first || first.Value > content.Length)
        {
            return;
        }

        var index = new PdfParser(content[..(int)first.Value], Budget);
        while (index.Next() is PdfValue.Number number && index.Next() is PdfValue.Number place)
        {
            var at = first.Value + place.Value;
            if (at >= first.Value && at < content.Length && number.Value is >= 0 and <= int.MaxValue && new PdfParser(content, Budget, (int)at).Next() is { } value)
            {
                _objects[(int)number.Value] = new PdfObject(value, null);
            }
        }
    }

    internal static string? TypeOf(PdfValue.Map map) => (map.Entries.GetValueOrDefault("Type") as PdfValue.Name)?.Value;
}
