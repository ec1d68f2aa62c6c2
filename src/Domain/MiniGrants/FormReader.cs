using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TechPlan.Domain.MiniGrants;

/// <summary>
/// Reads a draft field by field and collects what is wrong with it. A field that cannot be read gives a stand-in that nobody
/// sees: the refusal that goes with it keeps the request from being made.
/// </summary>
internal sealed class FormReader
{
    private const int LineLimit = 200;
    private const int AddressLimit = 300;
    private const int TextLimit = 4000;
    private const int MostParticipants = 2000;

    /// <summary>Years outside are slips of the pen, such as 0206 or 2206.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    private readonly ImmutableArray<Refusal>.Builder _refusals = ImmutableArray.CreateBuilder<Refusal>();

    internal ImmutableArray<Refusal> Refusals => _refusals.ToImmutable();

    internal void Refuse(Refusal refusal) => _refusals.Add(refusal);

    internal string Line(FormField field, string? typed) => OptionalLine(field, typed) ?? Missing(field, "");

    internal string? OptionalLine(FormField field, string? typed) => OneLine(field, typed, LineLimit);

    internal string Address(FormField field, string? typed) => OneLine(field, typed, AddressLimit) ?? Missing(field, "");

    internal string Text(FormField field, string? typed) => OptionalText(field, typed) ?? Missing(field, "");

    internal string? OptionalText(FormField field, string? typed)
    {
        var text = FormText.Lines(typed);
        RefuseTooLong(field, text, TextLimit);
        return text;
    }

    internal EmailAddress? Email(FormField field, string? typed)
    {
        if (FormText.Line(typed) is not { } text)
        {
            return Missing<EmailAddress?>(field, null);
        }

        var address = EmailAddress.TryParse(text);
        if (address is null)
        {
            Refuse(field.Refuse("not-an-address", field.Ask));
        }

        return address;
    }

    internal int Participants(FormField field, int? typed)
    {
        var number = typed ?? Missing(field, 1);
        if (number is < 1 or > MostParticipants)
        {
            Refuse(field.OutOfRange());
        }

        return number;
    }

    internal DateOnly Date(FormField field, DateOnly? typed)
    {
        if (typed is { Year: < FirstYear or > LastYear })
        {
            Refuse(field.OutOfRange());
        }

        return typed ?? Missing(field, default(DateOnly));
    }

    internal T Answer<T>(FormField field, T? typed)
        where T : struct => typed ?? Missing(field, default(T));

    [return: NotNullIfNotNull(nameof(standIn))]
    private T Missing<T>(FormField field, T standIn)
    {
        Refuse(field.Missing());
        return standIn;
    }

    private string? OneLine(FormField field, string? typed, int limit)
    {
        var line = FormText.Line(typed);
        RefuseTooLong(field, line, limit);
        if (line is not null && FormText.HasControls(line))
        {
            Refuse(field.Refuse("control-characters", $"{field.Name} must fit on one line: take out line breaks, tabs and invisible characters."));
        }

        return line;
    }

    private void RefuseTooLong(FormField field, string? text, int limit)
    {
        if (text?.Length > limit)
        {
            Refuse(field.Refuse("too-long", string.Create(CultureInfo.InvariantCulture,
                $"{field.Name} has {text.Length} characters; shorten it to {limit} or fewer.")));
        }
    }
}
