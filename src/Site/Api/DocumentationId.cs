using System.Reflection;

namespace Research.Site.Api;

/// <summary>Names of types and members as files of XML comments have them (C# language specification, annex D.4.2).</summary>
internal static class DocumentationId
{
    public static string Of(Type type) => "T:" + FullName(type);

    public static string Of(MemberInfo member)
    {
        string name = $"{FullName(member.DeclaringType!)}.{member.Name.Replace('.', '#')}";
        return member switch
        {
            ConstructorInfo constructor => $"M:{name}{Parameters(constructor)}",
            MethodInfo method => $"M:{name}{Arity(method)}{Parameters(method)}",
            PropertyInfo property => $"P:{name}{Parameters(property.GetIndexParameters())}",
            EventInfo => $"E:{name}",
            _ => $"F:{name}",
        };
    }

    private static string FullName(Type type) =>
        (type.IsNested ? FullName(type.DeclaringType!) : type.Namespace) + "." + type.Name;

    private static string Arity(MethodInfo method) => method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

    private static string Parameters(MethodBase method) => Parameters(method.GetParameters());

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Argument(parameter.ParameterType)))})";

    private static string Argument(Type type)
    {
        if (type.IsByRef)
        {
            return Argument(type.GetElementType()!) + "@";
        }

        if (type.IsPointer)
        {
            return Argument(type.GetElementType()!) + "*";
        }

        if (type.IsArray)
        {
            int rank = type.GetArrayRank();
            string bounds = rank == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", rank))}]";
            return Argument(type.GetElementType()!) + bounds;
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        return type.IsGenericType ? Generic(type) : FullName(type);
    }

    private static string Generic(Type type)
    {
        string name = FullName(type.GetGenericTypeDefinition());
        int tick = name.LastIndexOf('`');
        return $"{(tick < 0 ? name : name[..tick])}{{{string.Join(',', type.GetGenericArguments().Select(Argument))}}}";
    }
}
