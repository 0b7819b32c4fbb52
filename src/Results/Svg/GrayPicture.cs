namespace Research.Results.Svg;

/// <summary>A grey picture inside a drawing, stretched to its place.</summary>
internal static class GrayPicture
{
    /// <param name="svg">The drawing.</param>
    /// <param name="place">Left, top, width and height.</param>
    /// <param name="pixels">Shape [height, width], row by row; 0 is black.</param>
    /// <param name="columns">Width of the picture, pixels.</param>
    public static void Draw(SvgText svg, (double Left, double Top, double Width, double Height) place, byte[] pixels, int columns)
    {
        string data = Convert.ToBase64String(GrayPng.Of(pixels, columns));
        string box =
            $"x=\"{SvgText.Number(place.Left)}\" y=\"{SvgText.Number(place.Top)}\" width=\"{SvgText.Number(place.Width)}\" height=\"{SvgText.Number(place.Height)}\"";
        svg.Raw($"<image {box} preserveAspectRatio=\"none\" href=\"data:image/png;base64,{data}\"/>");
    }
}
