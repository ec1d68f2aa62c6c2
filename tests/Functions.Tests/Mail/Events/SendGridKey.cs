using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Mail.Webhooks;

namespace TechPlan.Functions.Tests.Mail.Events;

/// <summary>A key pair as SendGrid holds one: it signs posts, and its public half is what the settings get.</summary>
internal sealed class SendGridKey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal string Public => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    internal HeaderDictionary Sign(byte[] body, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        return new HeaderDictionary
        {
            [SendGridSignature.TimestampHeader] = timestamp,
            [SendGridSignature.SignatureHeader] = Convert.ToBase64String(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
        };
    }

    public void Dispose() => _key.Dispose();
}
