using System.Globalization;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Storage;

/// <summary>
/// The rows of an instance's partition. History and messages name the execution, and history the generation too, so that rows of
/// an earlier one are void from the moment in which the instance's row has moved on.
/// </summary>
internal static class RowKeys
{
    public const string Instance = "instance";

    private const char PartMark = '~';

    public static string HistoryOf(InstanceRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"history-{record.ExecutionId}-{record.Generation:D8}-");

    public static string History(InstanceRecord record, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{HistoryOf(record)}{number:D6}");

    public static string MessagesOf(InstanceRecord record) => $"message-{record.ExecutionId}-";

    public static string Message(InstanceRecord record, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{MessagesOf(record)}{sequence:D12}");

    public static long SequenceOf(string messageKey) =>
        long.Parse(messageKey.AsSpan(messageKey.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The key of a further row of the same text; part zero has the key itself.</summary>
    public static string Part(string rowKey, int part) =>
        part == 0 ? rowKey : string.Create(CultureInfo.InvariantCulture, $"{rowKey}{PartMark}{part:D2}");

    public static bool IsFirstPart(string rowKey) => !rowKey.Contains(PartMark, StringComparison.Ordinal);
}
