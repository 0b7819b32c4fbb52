using System.Reflection;

namespace Research.Site.Api;

/// <summary>Declarations as C# has them.</summary>
internal static class Signature
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>"sealed class Matrix", "enum Window".</summary>
    public static string Of(Type type)
    {
        string kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type.IsAbstract && type.IsSealed ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        return $"{kind} {NameOf(type)}";
    }

    /// <summary>"static double Sum(ReadOnlySpan&lt;double&gt; values)".</summary>
    public static string Of(MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor => $"{Bare(constructor.DeclaringType!)}({Parameters(constructor.GetParameters())})",
            MethodInfo method =>
                $"{Static(method.IsStatic)}{NameOf(method.ReturnType)} {method.Name}{TypeParameters(method)}({Parameters(method.GetParameters())})",
            PropertyInfo property =>
                $"{Static(property.GetMethod?.IsStatic == true)}{NameOf(property.PropertyType)} {Named(property)}",
            FieldInfo { IsLiteral: true } constant when constant.DeclaringType!.IsEnum => constant.Name,
            FieldInfo field => $"{(field.IsLiteral ? "const " : Static(field.IsStatic))}{NameOf(field.FieldType)} {field.Name}",
            EventInfo own => $"event {NameOf(own.EventHandlerType!)} {own.Name}",
            _ => member.Name,
        };

    /// <summary>A type's name as code has it.</summary>
    public static string NameOf(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsByRef || type.IsPointer)
        {
            return (type.IsByRef ? "ref " : "") + NameOf(type.GetElementType()!) + (type.IsPointer ? "*" : "");
        }

        if (type.IsArray)
        {
            return $"{NameOf(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        string arguments = string.Join(", ", type.GetGenericArguments().Select(NameOf));
        return type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) ? $"({arguments})" : $"{Bare(type)}<{arguments}>";
    }

    private static string Named(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } indices ? $"this[{Parameters(indices)}]" : property.Name;

    private static string Bare(Type type) => type.Name.Split('`')[0];

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(own => own.Name))}>" : "";

    private static string Parameters(ParameterInfo[] parameters) =>
        string.Join(", ", parameters.Select(own => $"{NameOf(own.ParameterType)} {own.Name}"));
}
