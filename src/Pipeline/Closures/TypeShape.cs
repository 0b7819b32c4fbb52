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
        if (type.IsValueType || type.IsExplicitLayout)
        {
            // Fields of a class count where code names them; those of a structure are its layout, and the names of an enumeration its text.
            text.Append(
                CultureInfo.InvariantCulture,
                $"{type.Attributes & TypeAttributes.LayoutMask} {type.ClassSize} {type.PackingSize}\n"
            );
            text.AppendJoin(
                    '\n',
                    type.CustomAttributes.Select(attribute => Describe(attribute, names)).Order(StringComparer.Ordinal)
                )
                .Append('\n');
            text.AppendJoin(
                '\n',
                type.Fields.Where(field => type.IsEnum || !field.HasConstant).Select(field => Describe(field, names))
            );
        }

        if (OwnFields.AreReadOf(type))
        {
            text.AppendJoin('\n', type.Fields.Where(field => !field.IsStatic).Select(field => Describe(field, names)));
        }

        return UnitScanner.Hash(text.ToString());
    }

    private static string Describe(FieldDefinition field, SymbolNames names) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(field.IsStatic ? "static " : "")}{field.Name} {names.Of(field.FieldType)} {(field.HasConstant ? field.Constant : "")} {field.Offset} {Marshalling(field)}"
        );

    private static string Marshalling(FieldDefinition field) =>
        field.MarshalInfo switch
        {
            null => "",
            ArrayMarshalInfo array => string.Create(
                CultureInfo.InvariantCulture,
                $"{array.NativeType} {array.ElementType} {array.Size}"
            ),
            FixedArrayMarshalInfo array => string.Create(
                CultureInfo.InvariantCulture,
                $"{array.NativeType} {array.ElementType} {array.Size}"
            ),
            FixedSysStringMarshalInfo text => string.Create(CultureInfo.InvariantCulture, $"{text.NativeType} {text.Size}"),
            { } other => other.NativeType.ToString(),
        };

    private static string Describe(CustomAttribute attribute, SymbolNames names) =>
        $"{names.Of(attribute.AttributeType)} {Convert.ToHexStringLower(attribute.GetBlob())}";
}
