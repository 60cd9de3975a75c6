# expect: anything
import xml.etree.ElementTree as E

e = E.Element("a")
root = e
for _ in range(50000):
    e = E.SubElement(e, "a")
len(E.tostring(root))
