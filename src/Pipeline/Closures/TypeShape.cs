using System.Globalization;
using System.Text;
using Mono.Cecil;

namespace Research.Pipeline.Closures;

/// <summary>What a type says beyond its methods: bases, interfaces, fields, the names of an enumeration.</summary>
internal static class TypeShape
{
    public static string HashOf(TypeDefinition type)
    {
        var names = new SymbolNames();
        var text = new StringBuilder();
        text.Append(type.BaseType is { } @base ? names.Of(@base) : "").Append('\n');
        text.AppendJoin(' ', type.Interfaces.Select(item => names.Of(item.InterfaceType)).Order(StringComparer.Ordinal))
            .Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{type.ClassSize} {type.PackingSize}\n");
        IEnumerable<string> fields = type
            .Fields.Where(field => type.IsEnum || !field.HasConstant)
            .Select(field => Describe(field, names));
        // The order of fields is the layout of a structure, and counts for nothing in a class.
        text.AppendJoin('\n', type.IsValueType ? fields : fields.Order(StringComparer.Ordinal));
        return UnitScanner.Hash(text.ToString());
    }

    private static string Describe(FieldDefinition field, SymbolNames names)
    {
        string attributes = string.Join(
            ' ',
            field.CustomAttributes.Select(a => a.AttributeType.Name).Where(name => name == "ThreadStaticAttribute")
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(field.IsStatic ? "static " : "")}{attributes}{field.Name} {names.Of(field.FieldType)} {(field.HasConstant ? field.Constant : "")}"
        );
    }
}
