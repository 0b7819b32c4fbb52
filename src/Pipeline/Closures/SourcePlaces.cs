using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Research.Pipeline.Closures;

/// <summary>Where in the sources a method or a type stands, as far as the symbols beside an assembly tell.</summary>
internal static class SourcePlaces
{
    private const string Root = "/_/"; // of the checkout, by the compiler's path map

    /// <param name="files">Our assemblies.</param>
    /// <param name="symbols">Members as a code leaf names them.</param>
    /// <returns>Such as src/Features/Cepstral/Mfcc.cs:42; no entry where nothing is known.</returns>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> files, IReadOnlySet<string> symbols)
    {
        var places = new Dictionary<string, string>();
        foreach (string file in files.Where(file => File.Exists(Path.ChangeExtension(file, ".pdb"))))
        {
            using ModuleDefinition module = Read(file);
            foreach (TypeDefinition type in module.GetTypes().Where(type => !Generated.Is(type)))
            {
                Add(type, symbols, places);
            }
        }

        return places;
    }

    private static ModuleDefinition Read(string file)
    {
        try
        {
            return ModuleDefinition.ReadModule(
                file,
                new ReaderParameters { ReadSymbols = true, SymbolReaderProvider = new PortablePdbReaderProvider() }
            );
        }
        catch (Exception error) when (error is SymbolsNotMatchingException or BadImageFormatException or IOException)
        {
            return ModuleDefinition.ReadModule(file); // symbols of another build tell nothing
        }
    }

    private static void Add(TypeDefinition type, IReadOnlySet<string> symbols, Dictionary<string, string> places)
    {
        foreach (MethodDefinition method in type.Methods)
        {
            if (Wanted(method, symbols) is { } symbol && PlaceOf(method) is { } place)
            {
                places.TryAdd(symbol, place);
            }
        }

        string shape = $"type {new SymbolNames().Of(type)}";
        if (symbols.Contains(shape) && type.Methods.Select(PlaceOf).FirstOrDefault(place => place is not null) is { } first)
        {
            places.TryAdd(shape, first);
        }
    }

    private static string? Wanted(MethodDefinition method, IReadOnlySet<string> symbols)
    {
        string symbol = new SymbolNames().Of(method);
        return symbols.Contains(symbol) ? symbol : null;
    }

    // The body of an iterator or of an asynchronous method stands in a class that the compiler made.
    private static string? PlaceOf(MethodDefinition method)
    {
        SequencePoint? point = FirstPoint(method);
        if (point is null && StateMachineOf(method) is { } machine)
        {
            point = machine.Methods.Where(part => part.Name == "MoveNext").Select(FirstPoint).FirstOrDefault();
        }

        return point is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Shown(point.Document.Url)}:{point.StartLine}");
    }

    private static SequencePoint? FirstPoint(MethodDefinition method) =>
        method.HasBody ? method.DebugInformation.SequencePoints.FirstOrDefault(point => !point.IsHidden) : null;

    private static TypeDefinition? StateMachineOf(MethodDefinition method) =>
        method.DeclaringType.NestedTypes.FirstOrDefault(type =>
            type.Name.StartsWith($"<{method.Name}>d", StringComparison.Ordinal)
        );

    private static string Shown(string document) =>
        document.StartsWith(Root, StringComparison.Ordinal) ? document[Root.Length..] : document;
}
