using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>The OData options of a request.</summary>
/// <param name="Named">The members named in $select and $expand; none stands for the usual ones.</param>
internal sealed record GraphQuery(GraphFilter Filter, IReadOnlySet<string> Named, bool HasSelect, int Top, int Skip)
{
    /// <summary>A request without options.</summary>
    public static readonly GraphQuery Plain = new(GraphFilter.Everything, new HashSet<string>(), HasSelect: false, UsualPage, Skip: 0);

    private const int UsualPage = 10;
    private const int LargestPage = 1000;

    public static bool TryRead(IQueryCollection query, [NotNullWhen(true)] out GraphQuery? read)
    {
        read = null;
        var filter = query["$filter"].ToString() is { Length: > 0 } text ? GraphFilter.Parse(text) : GraphFilter.Everything;
        if (filter is null || Number(query, "$top", UsualPage) is not { } top || Number(query, "$skip", 0) is not { } skip)
        {
            return false;
        }

        var select = Names(query["$select"].ToString());
        var expand = Names(query["$expand"].ToString().Split('(')[0]);
        var named = select.Concat(expand).ToHashSet(StringComparer.OrdinalIgnoreCase);
        read = new GraphQuery(filter, named, select.Length > 0, Math.Min(top, LargestPage), skip);
        return true;
    }

    /// <param name="select">A list of members; empty for the usual ones.</param>
    public static GraphQuery Selecting(string select) =>
        Plain with { Named = Names(select).ToHashSet(StringComparer.OrdinalIgnoreCase), HasSelect = select.Length > 0 };

    private static string[] Names(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static int? Number(IQueryCollection query, string name, int usual)
    {
        if (!query.TryGetValue(name, out var text))
        {
            return usual;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
