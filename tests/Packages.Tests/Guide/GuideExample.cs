using System.Text.RegularExpressions;
using Research.Tests;

namespace Research.Packages.Tests.Guide;

/// <summary>An example of docs/libraries.md: the heading over it, the program, and what the page says that it prints.</summary>
internal sealed partial record GuideExample(string Heading, string Program, string Printed)
{
    /// <summary>Every example of the page, in its order.</summary>
    public static IReadOnlyList<GuideExample> OfPage() =>
        Of(File.ReadAllText(Path.Combine(RealData.Repository(), "docs", "libraries.md")));

    /// <exception cref="InvalidDataException">A program is not followed by what it prints.</exception>
    public static IReadOnlyList<GuideExample> Of(string page)
    {
        string[] sections = Sections().Split(page.ReplaceLineEndings("\n"));
        return [.. sections.Where(section => section.Contains("```csharp\n", StringComparison.Ordinal)).Select(OfSection)];
    }

    private static GuideExample OfSection(string section)
    {
        string heading = section.Split('\n')[0];
        Match example = Example().Match(section);
        return example.Success
            ? new(heading, example.Groups["program"].Value, example.Groups["printed"].Value)
            : throw new InvalidDataException(
                $"'{heading}': a ```csharp block has to be followed by a ```text block with what it prints."
            );
    }

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex("```csharp\n(?<program>.*?)```\n\n```text\n(?<printed>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
