namespace TechPlan.Domain;

/// <summary>Compares words that people typed in a hurry.</summary>
public static class Spelling
{
    /// <summary>
    /// Whether one word becomes the other by so few slips as its length excuses, none in short ones. A slip is a letter too much, too few or
    /// wrong, or two that changed places. Digits are never a slip: a number with another digit is another number.
    /// </summary>
    public static bool IsLike(string word, string other)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(other);
        return word == other || (!HasDigit(word) && !HasDigit(other) && IsWithin(word, other, Allowed(Math.Min(word.Length, other.Length))));
    }

    private static bool HasDigit(string word) => word.AsSpan().ContainsAnyInRange('0', '9');

    private static int Allowed(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    private static bool IsWithin(string word, string other, int slips) =>
        slips > 0 && word.Length <= 40 && other.Length <= 40 && Math.Abs(word.Length - other.Length) <= slips && Slips(word, other) <= slips;

    /// <summary>Damerau's distance, no part of the word edited twice.</summary>
    private static int Slips(string word, string other)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= word.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var wrong = last[j - 1] + (word[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(wrong, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[^1];
    }
}
