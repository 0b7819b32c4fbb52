using System.Reflection;

namespace Research.Data.Audio.Decoding;

/// <summary>A library with its version, such as "NLayer 3.0.1".</summary>
internal static class LibraryName
{
    public static string Of(Type type)
    {
        Assembly library = type.Assembly;
        string version = library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return $"{library.GetName().Name} {version.Split('+')[0]}";
    }
}
