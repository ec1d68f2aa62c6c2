using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>A place taken apart as the form asks for it.</summary>
internal sealed record Place(string School, string Address, string Room, Certainty Certainty);

/// <summary>Takes "Lincoln Elementary, 12 Main St, Room 4" apart into school, address and room.</summary>
internal static partial class LocationText
{
    internal static Place Split(string typed)
    {
        var parts = typed.Length > Plain.LongestValue ? [typed.Trim()] : Parts(typed);
        if (parts is [var alone])
        {
            return Alone(alone);
        }

        var room = Array.FindLastIndex(parts, IsRoom);
        var address = Array.FindIndex(parts, IsAddress);
        if (room == address)
        {
            room = Array.FindIndex(parts, IsRoom) is var other && other != address ? other : -1;
        }

        var school = Array.FindIndex(parts, 0, part => part != At(parts, room) && part != At(parts, address) && part.Any(char.IsLetterOrDigit));
        return Gather(parts, school, address, room);
    }

    private static Place Alone(string typed)
    {
        if (IsRoom(typed) && RoomBehind().Match(typed) is { Success: true } match)
        {
            return new Place(match.Groups["school"].Value.Trim(), "", match.Groups["room"].Value.Trim(), Certainty.Unsure);
        }

        return AddressBehind().Match(typed) is { Success: true } found
            ? new Place(found.Groups["school"].Value.Trim(), found.Groups["address"].Value.Trim(), "", Certainty.Unsure)
            : new Place(typed, "", "", IsAddress(typed) || IsRoom(typed) ? Certainty.Unsure : Certainty.Exact);
    }

    /// <summary>What stands between street and room belongs to the address: the city, its state, its number.</summary>
    private static Place Gather(string[] parts, int school, int address, int room)
    {
        var street = new List<string>();
        var sure = school >= 0 && address >= 0 && room >= 0;
        for (var at = 0; at < parts.Length; at++)
        {
            if (at == school || at == room)
            {
                continue;
            }

            if (at == address || (address >= 0 && at > address && IsCityOrState(parts[at])))
            {
                street.Add(parts[at]);
            }
            else
            {
                sure = false;
                street.Add(parts[at]);
            }
        }

        return new Place(At(parts, school) ?? "", string.Join(", ", street), At(parts, room) ?? "", sure ? Certainty.Understood : Certainty.Unsure);
    }

    private static string? At(string[] parts, int at) => at >= 0 ? parts[at] : null;

    private static string[] Parts(string typed) =>
        [.. Separator().Split(typed).Select(part => part.Trim(' ', '(', ')', '.', '\t')).Where(part => part.Any(char.IsLetterOrDigit))];

    private static bool IsRoom(string part) => Room().IsMatch(Plain.Of(part)) && !Street().IsMatch(Plain.Of(part));

    private static bool IsAddress(string part) => Plain.Of(part) is var plain && (Street().IsMatch(plain) || NumberAndName().IsMatch(plain)) && !Room().IsMatch(plain);

    private static bool IsCityOrState(string part) => part.Length <= 40 && !IsRoom(part);

    [GeneratedRegex(@"\s*(?:[,;\n|]|\s[-–—/]\s)\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b(?:room|rm|lab|labs|library|media center|computer lab|gym|gymnasium|cafeteria|auditorium|classroom|portable|shop|studio|conference|office|suite|annex|lounge|hall [a-z0-9]+|imc|lmc|biblioteca|salon|sala|aula|laboratorio)\b|^#? ?\d{1,4}[a-z]?$|^[a-z]-?\d{1,4}$", RegexOptions.NonBacktracking)]
    private static partial Regex Room();

    [GeneratedRegex(@"\b\d{1,6}[a-z]? .*\b(?:st|street|ave|av|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|way|ct|court|pl|place|pkwy|parkway|hwy|highway|terrace|ter|circle|cir|trail|square|sq)\b|\bp\.? ?o\.? box\b|^(?:calle|avenida|av\.?) ", RegexOptions.NonBacktracking)]
    private static partial Regex Street();

    /// <summary>12 Main; 4400 W. Burnham: a number and a name.</summary>
    [GeneratedRegex(@"^\d{1,6} (?:[nsew]\.? )?[a-z]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex NumberAndName();

    [GeneratedRegex(@"^(?<school>.*?\S)\s+(?:in\s+|the\s+|-\s*)?(?<room>(?:room|rm\.?|lab|library|media center|computer lab|gym|gymnasium|cafeteria|auditorium|classroom|biblioteca|sal[oó]n|aula)\b.*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex RoomBehind();

    [GeneratedRegex(@"^(?<school>.*?[A-Za-z]\S*(?: 0?\d{1,3})?)\s+(?:at\s+)?(?<address>\d{1,6}\s+\S.*\b(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|way|ct|court|pl|place|parkway)\b.*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AddressBehind();
}
