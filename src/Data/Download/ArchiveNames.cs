using System.Buffers;
using Research.Numerics;

namespace Research.Data.Download;

/// <summary>Names of files within an archive or a lock: those that mean one place below a folder, and the same one on every system.</summary>
internal sealed class ArchiveNames
{
    private static readonly string[] Devices =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CONIN$",
        "CONOUT$",
        .. "0123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" }),
    ];

    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>\"|?*");

    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a path with '/' stays below its folder on every system: not absolute, no "..", no drive, no control characters.</summary>
    public static bool IsInside(string path) =>
        !path.StartsWith('/') && !path.Any(c => c is '\\' or ':' || char.IsControl(c)) && !path.Split('/').Contains("..");

    /// <summary>Whether each part of the path is a file's name on every system: no device of Windows, no end that Windows takes away.</summary>
    public static bool IsPortable(string path) => path.Split('/').All(IsName);

    /// <summary>Whether a path is written for the first time; names that differ by case only are one file on some systems.</summary>
    public bool Add(string path) => _written.Add(path.Normalize());

    private static bool IsName(string part) =>
        part.Length > 0
        && part[^1] is not ('.' or ' ')
        && part.AsSpan().IndexOfAny(Reserved) < 0
        && Printable.Of(part) == part
        && !Devices.Contains(part.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase);
}
