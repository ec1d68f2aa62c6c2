using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TechPlan.Domain;

namespace TechPlan.Functions.Links;

/// <summary>Stands for a mail address where the address itself must not be seen, such as in a URL: 12 characters of its hash.</summary>
public static class PersonKey
{
    internal const int Octets = 9;

    public static string Of(EmailAddress address) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(address.Normalized)).AsSpan(0, Octets));
}
