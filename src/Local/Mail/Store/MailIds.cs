using System.Buffers.Text;

namespace TechPlan.Local.Mail.Store;

/// <summary>Ids in Exchange's manner: opaque, case-sensitive, and fit for a table key and for a path.</summary>
internal static class MailIds
{
    public static string NewMessage(DateTimeOffset now) => "AAMk" + Unique(now);

    public static string NewConversation(DateTimeOffset now) => "AAQk" + Unique(now);

    public static string NewSubscription(DateTimeOffset now) => Guid.CreateVersion7(now).ToString();

    public static string NewFolder(DateTimeOffset now) => "AQMk" + Unique(now);

    public static string NewSend(DateTimeOffset now) => Unique(now);

    private static string Unique(DateTimeOffset now) =>
        Base64Url.EncodeToString(Guid.CreateVersion7(now).ToByteArray(bigEndian: true));
}
