using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TechPlan.Local.Mail.GraphApi.Folders;

/// <summary>The ids of well-known folders: another one in every mailbox, and always the same.</summary>
internal static class FolderIds
{
    public static string Of(string mailbox, string key) =>
        FolderName.WellKnown.Any(folder => folder.Key == key)
            ? "AQMk" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{mailbox.ToUpperInvariant()}/{key}")).AsSpan(0, 16))
            : key;
}
