namespace Research.Report.Exports.Text;

/// <summary>Licences by their SPDX identifiers.</summary>
internal static class Spdx
{
    /// <summary>Where the licence can be read.</summary>
    public static string Address(string identifier) => $"https://spdx.org/licenses/{identifier}";

    /// <summary>Whether a package states an identifier or an expression of them; else it states an address or a file of its own.</summary>
    public static bool IsExpression(string licence) =>
        !IsAddress(licence) && !Path.GetFileNameWithoutExtension(licence).Equals("LICENSE", StringComparison.OrdinalIgnoreCase);

    public static bool IsAddress(string licence) => licence.StartsWith("http", StringComparison.Ordinal);
}
