using System.IO.Compression;

namespace TechPlan.Functions.Tests.Forms.Fuzz;

public sealed class MutationsTests
{
    private static readonly byte[] Sound = [.. Enumerable.Range(0, 500).Select(number => (byte)number)];

    [Fact]
    public void A_mutant_is_the_same_whenever_it_is_asked_for()
    {
        var once = new Mutations([Sound], seed: 7);
        var again = new Mutations([Sound], seed: 7);

        foreach (var number in Enumerable.Range(0, 200).Reverse())
            Assert.Equal(once.Mutant(number), again.Mutant(number));
    }

    [Fact]
    public void Nearly_every_mutant_differs_from_what_it_was_made_of()
    {
        var mutations = new Mutations([Sound]);

        Assert.True(Enumerable.Range(0, 200).Count(number => !mutations.Mutant(number).SequenceEqual(Sound)) > 190);
    }

    [Fact]
    public void A_zip_broken_inside_still_opens()
    {
        var sound = new MemoryStream();
        using (var zip = new ZipArchive(sound, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml").Open())
            part.Write(Sound);
        var mutations = new Mutations([sound.ToArray()]);

        foreach (var number in Enumerable.Range(0, 50))
        {
            using var zip = new ZipArchive(new MemoryStream(mutations.MutantInsideZip(number)));
            Assert.Equal("word/document.xml", Assert.Single(zip.Entries).FullName);
        }
    }
}
