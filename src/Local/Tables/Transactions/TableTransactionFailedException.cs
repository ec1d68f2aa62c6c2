using System.Collections;
using System.Globalization;
using TechPlan.Local.Tables.Http;

#nullable disable annotations

namespace Azure.Data.Tables;

/// <summary>A transaction of which nothing was written because one of its actions could not be.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException?.Status ?? 0,
            requestFailedException?.Message ?? string.Empty,
            requestFailedException?.ErrorCode,
            requestFailedException?.InnerException)
    {
        ArgumentNullException.ThrowIfNull(requestFailedException);
        var data = base.Data;
        foreach (DictionaryEntry entry in requestFailedException.Data)
        {
            data[entry.Key] = entry.Value;
        }

        FailedTransactionActionIndex = int.TryParse(
            data[ServiceErrorParser.FailedActionKey] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }

    /// <summary>The position of the action at fault, where the service named it.</summary>
    public int? FailedTransactionActionIndex { get; }
}
