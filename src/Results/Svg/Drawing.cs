using System.Globalization;

namespace Research.Results.Svg;

/// <summary>A finished picture.</summary>
/// <param name="Width">Of its own units.</param>
/// <param name="Height">Of its own units.</param>
/// <param name="Title">What it is.</param>
/// <param name="Says">What is to be seen in it: for those who cannot see it.</param>
/// <param name="Body">Elements.</param>
public sealed record Drawing(double Width, double Height, string Title, string Says, string Body)
{
    private const double MostStretched = 1.1;

    /// <summary>For a long picture, what it comes to in a line: a page shows that, and the picture to who opens it. Null for a short one.</summary>
    public string? Summary { get; init; }

    /// <summary>What is heard with it, a WAV file; null for nothing.</summary>
    public byte[]? Sound { get; init; }

    /// <summary>The element, with an accessible name and description.</summary>
    /// <param name="id">Unique in the page.</param>
    public string ToMarkup(string id) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {SvgText.Number(Width)} {SvgText.Number(Height)}\" style=\"max-width:{SvgText.Number(MostStretched * Width)}px\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{SvgText.Encode(Title)}</title><desc id=\"{id}-d\">{SvgText.Encode(Says)}</desc>{Body}</svg>"
        );
}
