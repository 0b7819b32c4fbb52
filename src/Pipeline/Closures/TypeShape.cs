using System.Globalization;
using System.Text;
using Mono.Cecil;

namespace Research.Pipeline.Closures;

/// <summary>What a type says beyond its methods: bases, interfaces, the layout of a structure, the names of an enumeration.</summary>
internal static class TypeShape
{
    public static string HashOf(TypeDefinition type)
    {
        var names = new SymbolNames();
        var text = new StringBuilder();
        text.Append(type.BaseType is { } @base ? names.Of(@base) : "").Append('\n');
        text.AppendJoin(' ', type.Interfaces.Select(item => names.Of(item.InterfaceType)).Order(StringComparer.Ordinal))
            .Append('\n');
        if (type.IsValueType)
        {
            // Fields of a class count where code names them; those of a structure are its layout, and the names of an enumeration its text.
            text.Append(CultureInfo.InvariantCulture, $"{type.ClassSize} {type.PackingSize}\n");
            text.AppendJoin(
                '\n',
                type.Fields.Where(field => type.IsEnum || !field.HasConstant).Select(field => Describe(field, names))
            );
        }

        return UnitScanner.Hash(text.ToString());
    }

    private static string Describe(FieldDefinition field, SymbolNames names) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(field.IsStatic ? "static " : "")}{field.Name} {names.Of(field.FieldType)} {(field.HasConstant ? field.Constant : "")}"
        );
}
